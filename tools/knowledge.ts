/*
 * `npm run knowledge:check`, `knowledge:report`, `knowledge:new -- <kind> <name>`:
 * the commands of the knowledge base (knowledge/README.md).
 */
import '@/knowledge/compiler/cli';
