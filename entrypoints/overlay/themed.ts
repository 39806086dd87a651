import type { Ground } from '@/dom/ground';

/** The class of a surface with the theme for the ground it floats over: white on a dark page is a lamp in the eyes. */
export function themed(name: string, ground: Ground): string {
  return ground === 'dark' ? `${name} theme-dark` : name;
}
