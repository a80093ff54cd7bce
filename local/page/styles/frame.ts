import { css } from "../css";

/** Texts, headings, links and the landmarks of a page. */
export const frame = css`
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0 auto;
    max-width: 120rem;
    padding: 1rem;
    background: var(--ground);
    color: var(--text);
    font:
      1rem/1.5 system-ui,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      Arial,
      sans-serif;
    overflow-wrap: anywhere;
  }
  h1,
  h2,
  h3,
  h4 {
    margin: 2rem 0 0.75rem;
    line-height: 1.25;
  }
  h1 {
    margin-top: 0.5rem;
    font-size: 1.6rem;
  }
  h2 {
    padding-bottom: 0.3rem;
    border-bottom: 1px solid var(--line);
    font-size: 1.35rem;
  }
  h3 {
    font-size: 1.1rem;
  }
  h4 {
    margin: 1rem 0 0.5rem;
    font-size: 1rem;
  }
  a {
    color: var(--link);
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .skip {
    position: absolute;
    left: -999rem;
  }
  .skip:focus {
    left: 1rem;
    padding: 0.5rem;
    background: var(--ground);
  }
  code,
  pre,
  time {
    font:
      0.85em/1.45 ui-monospace,
      SFMono-Regular,
      Consolas,
      "Liberation Mono",
      monospace;
  }
  pre {
    padding: 0.75rem;
    background: var(--raised);
    white-space: pre-wrap;
  }
  .quiet,
  small,
  footer {
    color: var(--quiet);
  }
  small {
    display: block;
    font-size: 0.85rem;
  }
  summary {
    color: var(--link);
    cursor: pointer;
  }
  nav ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav ul ul {
    padding-left: 1rem;
    font-size: 0.9rem;
  }
  nav a {
    display: inline-block;
    padding: 0.2rem 0;
  }
  @media (min-width: 70rem) {
    body {
      display: grid;
      grid-template: auto 1fr auto / 16rem minmax(0, 1fr);
      column-gap: 2.5rem;
      padding: 1rem 2rem;
    }
    header,
    footer {
      grid-column: 1 / -1;
    }
    nav {
      position: sticky;
      top: 1rem;
      align-self: start;
      max-height: calc(100vh - 2rem);
      overflow-y: auto;
    }
    main > section:first-child h2 {
      margin-top: 0;
    }
  }
`;
