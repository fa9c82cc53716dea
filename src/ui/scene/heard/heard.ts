/** A sentence about a drawn thing, for those who do not see it. */
export interface Heard {
  /** Of the thing that is drawn. */
  id: string
  text: string
}
