/** Colour behind the icon. Power Platform refuses `#007ee5` and `#ffffff`, and takes this one. */
export const brandColour = "#0078d4";

/** A white key on blue, as SVG. `export/power-platform/icon.png` is the same at 160 × 160 pixels. */
export const connectorSvg =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${brandColour}"/>` +
  '<circle cx="11" cy="16" r="5" fill="none" stroke="#fff" stroke-width="3"/>' +
  '<path d="M16 16h11v5M22 16v4" fill="none" stroke="#fff" stroke-width="3"/></svg>';

/** The icon as a data URI. Without an icon, the designer's card never finishes loading. */
export const connectorIcon = `data:image/svg+xml;base64,${Buffer.from(connectorSvg).toString("base64")}`;
