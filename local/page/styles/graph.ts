import { css } from "../css";

/** Graphs: as wide as there is room, or on demand at the size at which they are drawn. On wide screens the runs stand beside. */
export const graph = css`
  .graph label {
    color: var(--quiet);
    font-size: 0.9rem;
  }
  .graph div {
    max-height: 60rem;
    margin: 0.25rem 0 1rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 0.3rem;
  }
  .graph svg {
    display: block;
    max-width: 100%;
    height: auto;
    margin: 0 auto;
  }
  .graph:has(:checked) svg {
    max-width: none;
  }
  .wf {
    --wf-canvas: var(--ground);
    --wf-surface: var(--raised);
  }
  @media screen and (min-width: 100rem) {
    .beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 2.5rem;
    }
  }
  @media print {
    .graph label {
      display: none;
    }
    .graph div {
      max-height: none;
    }
    .graph svg {
      max-height: 90vh;
    }
  }
`;
