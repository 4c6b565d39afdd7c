/** Web addresses within words. */

const ADDRESS = /https?:\/\/[^\s<>"'«»“”`|\\]+/g
/** What ends a sentence or markup rather than an address, in both scripts. */
const TRAILING = /[.,:;!?،؛؟…*_~\]}\p{Cf}]+$/u

/**
 * The http(s) addresses in a text, also those behind words in Discord's markup, in order and without repeats.
 * @param content as the platform sent it, with its markup
 */
export function linksIn(content: string): string[] {
  return [...new Set(addressesIn(content).map(({ address }) => address))]
}

/** Where the http(s) addresses of a text are: UTF-16 offsets, half open. */
export function addressesIn(content: string): { address: string; start: number; end: number }[] {
  return [...content.matchAll(ADDRESS)].flatMap(({ 0: match, index }) => {
    const address = withoutTail(match)
    return URL.canParse(address) ? [{ address, start: index, end: index + address.length }] : []
  })
}

function withoutTail(match: string): string {
  let address = match
  for (;;) {
    const shorter = closesMoreThanItOpens(address)
      ? address.slice(0, address.lastIndexOf(')'))
      : address.replace(TRAILING, '')
    if (shorter === address) return address
    address = shorter
  }
}

function closesMoreThanItOpens(address: string): boolean {
  return address.split(')').length > address.split('(').length
}
