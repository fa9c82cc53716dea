/** The breathing instance: what its circle, its ring, its halo and its tank say. */
import { drawnSign, type Sign } from './sign.ts'

function circle(radius: number): string {
  const around = `a${radius} ${radius} 0 1 0`
  return `M${-radius} 0${around} ${2 * radius} 0${around} ${-2 * radius} 0z`
}

const wall = 'M-4 -9h8v18h-8z'
const moon = 'M3 -7.5a8 8 0 1 0 5 11.3a6.7 6.7 0 0 1 -5 -11.3z'

export const serverlessSigns: Sign[] = [
  drawnSign('capacity: the area is what it has, the outline the most it may have', [
    ['breathing-outline', circle(9)],
    ['breathing-disc legend-thin', circle(5)],
  ]),
  drawnSign('CPU in use, of the capacity it has now', [
    ['breathing-disc legend-thin', circle(7)],
    ['breathing-ring legend-thin', 'M0 -7A7 7 0 0 1 2 6.7'],
  ]),
  drawnSign('what it needs: outside when it needs more than it has', [
    ['breathing-halo is-beyond is-short', circle(9)],
    ['breathing-disc legend-thin', circle(4.5)],
  ]),
  drawnSign('the tank: what it has, up to the maximum', [
    ['tank-wall', wall],
    ['tank-fill', 'M-4 1h8v8h-8z'],
  ]),
  drawnSign('growth allowance: what it may grow by at once', [
    ['tank-wall', wall],
    ['tank-fill', 'M-4 4h8v5h-8z'],
    ['tank-allowance', 'M-4 -4h8v8h-8z'],
  ]),
  drawnSign('the minimum', [
    ['tank-wall', wall],
    ['tank-minimum', 'M-4 5h8'],
  ]),
  drawnSign('the need; red above the maximum', [
    ['tank-wall', wall],
    ['tank-need', 'M5 -2l5 -3v6z'],
  ]),
  drawnSign(
    'asleep: no capacity, no cost for it; storage stays',
    [['breathing-moon', moon]],
    'is-paused',
  ),
  drawnSign(
    'waking up',
    [
      ['breathing-outline', circle(9)],
      ['breathing-moon', moon],
    ],
    'is-resuming',
  ),
]
