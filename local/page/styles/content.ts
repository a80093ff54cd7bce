import { css } from "../css";

/** Marks, the verdict, figures and tables. Texts can break anywhere, but columns have room for the words of our own. */
export const content = css`
  .mark {
    font-weight: 600;
  }
  /* Columns are at least as wide as their words. */
  .mark,
  .type {
    overflow-wrap: break-word;
  }
  .mark.good,
  .verdict.good {
    color: var(--good);
  }
  .mark.bad,
  .verdict.bad {
    color: var(--bad);
  }
  .mark.tolerated {
    color: var(--tolerated);
  }
  .mark.skipped {
    color: var(--quiet);
    font-weight: 400;
  }
  .verdict {
    margin: 0 0 1rem;
    padding: 0.75rem 1rem;
    border: 1px solid currentcolor;
    border-left-width: 0.4rem;
    border-radius: 0.3rem;
    font-size: 1.15rem;
  }
  .verdict.good {
    background: var(--good-ground);
  }
  .verdict.bad {
    background: var(--bad-ground);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 0.75rem;
    margin: 1rem 0;
  }
  .figures div {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.3rem;
    background: var(--raised);
  }
  .figures dt {
    color: var(--quiet);
    font-size: 0.85rem;
  }
  .figures dd {
    margin: 0;
    font-size: 1.2rem;
    font-weight: 600;
  }
  table {
    width: 100%;
    margin: 0.5rem 0 1.5rem;
    border-collapse: collapse;
    font-size: 0.9rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: 0.4rem 0;
    color: var(--quiet);
    text-align: left;
  }
  th,
  td {
    padding: 0.35rem 0.75rem 0.35rem 0;
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  tbody th {
    font-weight: 400;
  }
  thead th {
    border-top: 0;
    color: var(--quiet);
    font-weight: 600;
    overflow-wrap: normal;
  }
  .number {
    text-align: right;
  }
  td.number {
    white-space: nowrap;
  }
  @media (min-width: 50rem), print {
    td > .mark {
      display: inline-block;
      min-width: 6.5em;
    }
    th > code:only-child {
      display: inline-block;
      min-width: 16ch;
    }
    td > time {
      white-space: nowrap;
    }
  }
  @media (min-width: 60rem), print {
    td > code:only-child {
      display: inline-block;
      min-width: 33ch;
    }
  }
  .group th {
    padding-top: 0.75rem;
    font-weight: 600;
  }
  @media screen and (max-width: 44rem) {
    table,
    tbody,
    tr,
    tbody th,
    td,
    caption {
      display: block;
    }
    thead {
      position: absolute;
      left: -999rem;
    }
    th,
    td {
      padding: 0.1rem 0;
      border: 0;
    }
    tr {
      padding: 0.4rem 0;
      border-top: 1px solid var(--line);
    }
    .number {
      text-align: left;
    }
    td:empty {
      display: none;
    }
    td::before {
      content: attr(data-column) ": ";
      color: var(--quiet);
    }
  }
`;
