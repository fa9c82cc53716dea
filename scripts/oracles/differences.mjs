/**
 * Where a real database answers otherwise than the simulation, and why that is right: each with
 * the script, its cases and the reason. What is listed must really differ.
 */
export const differences = []
