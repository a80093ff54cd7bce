export { renderCatalogue } from "./render-catalogue";
