/** Numbers of batches and reads are below this; above it stands the membership epoch, less one. */
export const roomForNumber = 4_294_967_296
