/** The sentences of the first screen: captions, hints, lights, marks, reasons (Formats §0). */

export const sentences: Readonly<Record<string, string>> = {}
