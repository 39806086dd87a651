/** The sign of the extension, in the colours around it: a flight over the ground, and where it lands. */
export function Logo() {
  return (
    <svg class="logo" width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
      <path class="logo-flight" d="M4 15C5 6 12 2 18 5C22 7 23.5 11 24 14" />
      <path class="logo-ground" d="M1 17.5H27" />
      <circle class="logo-landing" cx="24" cy="14" r="2.5" />
    </svg>
  );
}
