/** The resources of one deployment so far. */
export class Tally {
  shown = 0;
  /** Those that are deployed whatever the parameters are. */
  sure = 0;
  isFull = false;
}
