/** The browser's own voice, where there is one; it says one thing at a time. */

function voice(): SpeechSynthesis | null {
  return globalThis.speechSynthesis ?? null
}

export function hasVoice(): boolean {
  return voice() !== null
}

export function isSpeaking(): boolean {
  const found = voice()
  return found !== null && (found.speaking || found.pending)
}

/** `rate`: a factor of how fast it speaks by itself, 0.5 to 2. */
export function speak(text: string, rate: number): void {
  const spoken = new SpeechSynthesisUtterance(text)
  spoken.rate = rate
  spoken.lang = 'en'
  voice()?.speak(spoken)
}

export function silence(): void {
  voice()?.cancel()
}
