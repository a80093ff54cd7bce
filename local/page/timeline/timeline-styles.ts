import { css } from "../css";

/** Bars, and the runs of called workflows below the actions that called them. */
export const timelineStyles = css`
  .bar {
    display: block;
    width: 100%;
    height: 0.75rem;
    margin-top: 0.2rem;
    background: var(--raised);
  }
  .bar .good {
    fill: var(--good);
  }
  .bar .bad,
  .bar .retried {
    fill: var(--bad);
  }
  .bar .tolerated {
    fill: var(--tolerated);
  }
  .bar .called {
    fill: var(--called);
  }
  .bar .wait {
    fill: var(--quiet);
  }
  .timeline tbody th {
    width: 38%;
  }
  @media (min-width: 50rem), print {
    .timeline td > .mark {
      min-width: 11.5em;
    }
  }
  .called-run {
    color: var(--called);
    font-weight: 600;
  }
  [class^="depth-"] {
    display: block;
  }
  .depth-1 {
    padding-left: 1rem;
  }
  .depth-2 {
    padding-left: 2rem;
  }
  .depth-3 {
    padding-left: 3rem;
  }
  .depth-4 {
    padding-left: 4rem;
  }
  .skipped {
    font-size: 0.9rem;
  }
  @media screen and (max-width: 44rem) {
    .timeline tbody th {
      width: auto;
    }
    .timeline td:not(:empty) {
      display: inline-block;
      margin-right: 0.75rem;
    }
    .timeline td:nth-child(2)::before {
      content: none;
    }
  }
`;
