import { css } from "../css";

/** Colours of both schemes. Texts have a contrast of 4.5 or more on their grounds; on paper the light scheme holds. */
export const colours = css`
  :root {
    color-scheme: light dark;
    --ground: #ffffff;
    --raised: #f6f8fa;
    --line: #d1d9e0;
    --text: #1f2328;
    --quiet: #59636e;
    --link: #0550ae;
    --good: #116329;
    --good-ground: #dafbe1;
    --bad: #a40e26;
    --bad-ground: #ffebe9;
    --tolerated: #7d4e00;
    --called: #6639ba;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --ground: #0d1117;
      --raised: #151b23;
      --line: #3d444d;
      --text: #f0f6fc;
      --quiet: #9da7b3;
      --link: #79c0ff;
      --good: #56d364;
      --good-ground: #12261e;
      --bad: #ff8e86;
      --bad-ground: #2d1517;
      --tolerated: #e3b341;
      --called: #d2a8ff;
    }
  }
`;
