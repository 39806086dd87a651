/** As much of Citation.js (https://citation.js.org) as the tests use: it brings no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        text: string,
        options: { readonly forceType?: string },
      ): readonly Readonly<Record<string, unknown>>[];
    };
  };
}

declare module '@citation-js/plugin-ris' {}
