/** Workers have it, documents do not: these types are those of a document. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}
