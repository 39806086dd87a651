/* Modules that the build makes: see modules/knowledge.ts and the bundler's `?inline` imports. */

declare module '*.css?inline' {
  const css: string;
  export default css;
}
