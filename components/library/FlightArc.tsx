/** A flight over the ground and where it lands: the sign of the extension, large, where there is nothing else to see. */
export function FlightArc() {
  return (
    <svg class="flight-arc" width="220" height="72" viewBox="0 0 220 72" aria-hidden="true">
      <path class="flight-ground" d="M2 66.5H218M100 62v9" />
      <path class="flight-path" d="M14 66C40 10 130 -18 186 66" />
      <circle class="flight-start" cx="14" cy="66" r="3" />
      <circle class="flight-landing" cx="186" cy="66" r="3.5" />
    </svg>
  );
}
