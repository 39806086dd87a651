/** The part of papaparse that tests use; the package has no types of its own. */
declare module 'papaparse' {
  interface Parsed<Row> {
    readonly data: Row[];
    readonly errors: readonly { readonly message: string }[];
    readonly meta: { readonly fields?: readonly string[] };
  }
  const Papa: {
    parse<Row = unknown>(
      text: string,
      options?: {
        readonly header?: boolean;
        readonly skipEmptyLines?: boolean;
        readonly delimiter?: string;
        readonly newline?: string;
      },
    ): Parsed<Row>;
  };
  export default Papa;
}
