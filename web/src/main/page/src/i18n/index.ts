import type { Text } from "../api/types";
import { messages, type MessageKey } from "./messages";

export type Language = "zh" | "en";

const STORAGE_KEY = "anlan.language";
const listeners = new Set<() => void>();
let current: Language = remembered();

/** Chinese, unless this browser was switched to English before. */
function remembered(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** A sentence of the page in the current language. */
export function t(key: MessageKey, parameters: Record<string, string | number> = {}): string {
  return messages[key][current].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

/** A text of the data in the current language, else in the other, else empty. */
export function pick(text: Text | null | undefined): string {
  if (!text) return "";
  return text[current] || text.zh || text.en || "";
}
