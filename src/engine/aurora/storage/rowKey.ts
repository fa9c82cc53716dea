/** A row as one number: its page, and its place on it. */

/** More rows than a page can have. */
const placesOnPage = 65_536

export function rowKey(page: number, place: number): number {
  return page * placesOnPage + place
}

export function pageOfKey(key: number): number {
  return Math.floor(key / placesOnPage)
}

export function placeOfKey(key: number): number {
  return key % placesOnPage
}
