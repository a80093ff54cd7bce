import { assumedRefusal, declareBehaviours, defaultValue, documented, notEmulated, refusal } from "../provenance";

const learn = "https://learn.microsoft.com/azure";

/** What Azure Monitor answers for alert rules, and when they fire. */
export const behaviours = declareBehaviours("monitor", {
  wrongRule: assumedRefusal(
    400,
    "BadRequest",
    documented(
      "A property of an alert rule has one of the values that its schema gives",
      `${learn}/templates/microsoft.insights/metricalerts`,
    ),
  ),
  ruleNotServed: refusal(
    501,
    "AlertNotServed",
    notEmulated(
      "Azure Monitor has more kinds of alert rules, criteria and queries",
      `${learn}/azure-monitor/alerts/alerts-types`,
    ),
  ),
  fired: documented(
    "A rule fires when its condition is met, and not again before its alert is resolved",
    `${learn}/azure-monitor/alerts/alerts-overview`,
  ),
  evaluationsToResolve: defaultValue(
    3,
    documented(
      "An alert is resolved after three evaluations in which the condition is not met",
      `${learn}/azure-monitor/alerts/alerts-troubleshoot-metric`,
    ),
  ),
});
