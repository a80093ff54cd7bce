import { css } from "../css";

/** A page on paper: without its table of contents, with everything open. */
export const print = css`
  @media print {
    :root {
      font-size: 62.5%;
    }
    nav,
    .skip {
      display: none;
    }
    body {
      display: block;
      max-width: none;
      padding: 0;
      print-color-adjust: exact;
    }
    tr,
    .figures div {
      break-inside: avoid;
    }
    h2,
    h3,
    h4,
    caption,
    thead {
      break-after: avoid;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;
