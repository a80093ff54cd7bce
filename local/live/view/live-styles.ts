import { css } from "../../page/css";

/** What the live page has and the report has not: the connection, buttons, and one column of everything. */
export const liveStyles = css`
  body.live {
    display: block;
    max-width: 80rem;
  }
  .live main > section h2 {
    margin-top: 2rem;
  }
  .live main > section:first-child h2 {
    margin-top: 2rem;
  }
  .connection {
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-left: 0.4rem solid currentcolor;
    background: var(--raised);
  }
  .connection.good {
    color: var(--good);
  }
  .connection.bad {
    color: var(--bad);
  }
  #problem {
    margin: 0.5rem 0;
    color: var(--bad);
    font-weight: 600;
  }
  #problem:empty {
    display: none;
  }
  .spoken {
    position: absolute;
    left: -999rem;
  }
  #workflows,
  #faults {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
    gap: 1rem;
    margin: 1rem 0;
    padding: 0;
    list-style: none;
  }
  #workflows li,
  #faults li,
  #runs article {
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: 0.3rem;
  }
  #workflows h3,
  #runs h3 {
    margin: 0 0 0.25rem;
  }
  #workflows p,
  #faults p {
    margin: 0.25rem 0;
  }
  #runs article {
    margin: 0.75rem 0;
  }
  .mark.running {
    color: var(--called);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  button,
  select {
    max-width: 100%;
    min-height: 2.5rem;
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--quiet);
    border-radius: 0.3rem;
    background: var(--raised);
    color: var(--text);
    font: inherit;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    border-color: var(--link);
  }
  button:active {
    background: var(--line);
  }
  button[aria-disabled="true"] {
    border-style: dashed;
    color: var(--quiet);
    cursor: default;
  }
`;
