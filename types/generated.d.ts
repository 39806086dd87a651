/* Modules that modules/knowledge.ts makes at build time. */

declare module '#gazetteer' {
  /** The compiled names without their meanings, base64. */
  export const GAZETTEER: string;
}

declare module '#model' {
  /** What the judgement of names knows beside the names: a `RecognitionModel` as JSON. */
  export const MODEL: string;
  /** What the compiled names mean, base64. */
  export const MEANINGS: string;
}

declare module '#knowledge' {
  /** Version and date of the knowledge base that this build carries. */
  export const KNOWLEDGE: {
    readonly version: string;
    readonly date: string;
    readonly entities: number;
  };
}
