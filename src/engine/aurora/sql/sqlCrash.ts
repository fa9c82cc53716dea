/** Soon. Rules J10. */
export function instanceCrashed(): void {}
export function volumeOpened(): void {}
export function transactionUndone(): void {}
