/**
 * Natural logarithm and exponential with the same bits in every JavaScript engine.
 *
 * The language leaves Math.log and Math.exp to the engine, and engines differ in the last bit;
 * + - * / and rounding are exact IEEE 754 everywhere. Method: reduce the argument by powers of
 * two, then the polynomials of fdlibm (Sun Microsystems 1993, e_log.c and e_exp.c), whose error
 * is below 1 unit in the last place.
 */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const INVERSE_LN2 = 1 / (LN2_HIGH + LN2_LOW)
const SQRT_2 = Math.sqrt(2)
const TWO_POWER_54 = 18_014_398_509_481_984
const OVERFLOW_AT = 709.782712893384
const UNDERFLOW_AT = -745.1332191019411

export function ln(x: number): number {
  if (x < 0 || Number.isNaN(x)) return Number.NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  let exponent = 0
  let mantissa = x
  while (mantissa < 0.5) {
    const isTiny = mantissa < 1 / TWO_POWER_54
    mantissa *= isTiny ? TWO_POWER_54 : 2
    exponent -= isTiny ? 54 : 1
  }
  while (mantissa >= SQRT_2) {
    const isHuge = mantissa >= TWO_POWER_54
    mantissa /= isHuge ? TWO_POWER_54 : 2
    exponent += isHuge ? 54 : 1
  }
  if (mantissa < SQRT_2 / 2) {
    mantissa *= 2
    exponent -= 1
  }
  return lnNearOne(mantissa - 1, exponent)
}

/** ln of (1 + f) * 2^k for 1 + f between sqrt(1/2) and sqrt(2). */
function lnNearOne(f: number, k: number): number {
  if (f === 0) return k * LN2_HIGH + k * LN2_LOW
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f)
}

export function exp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x > OVERFLOW_AT) return Infinity
  if (x < UNDERFLOW_AT) return 0
  const k = Math.floor(x * INVERSE_LN2 + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  return scaled(1 - (low - (r * c) / (2 - c) - high), k)
}

/** x * 2^k; the last step alone may round, as it does where the result is denormal. */
function scaled(x: number, k: number): number {
  let result = x
  let left = k
  while (left > 1000) {
    result *= powerOfTwo(1000)
    left -= 1000
  }
  while (left < -1000) {
    result *= powerOfTwo(-1000)
    left += 1000
  }
  return result * powerOfTwo(left)
}

/** 2^k, exact, for k between -1000 and 1000. */
function powerOfTwo(k: number): number {
  let result = 1
  const factor = k < 0 ? 0.5 : 2
  for (let step = Math.abs(k); step > 0; step--) result *= factor
  return result
}
