/** Model time over real time on the crowded stage: a message of 10 ms crosses it in a second. */
export const speed = 0.01
