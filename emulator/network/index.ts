export { addressOf } from "./address";
export { answerWith, type ReceivedRequest } from "./answer-with";
export { HostNotServedError, json, RequestTimeoutError, type HttpAnswer, type HttpRequest } from "./http-messages";
export { answerFrom, answerTextFrom, passOn, type ServiceAnswer } from "./service-answer";
export { keepToLoopback, LoopbackOnlyError } from "./keep-to-loopback";
export { createNetwork, type InterceptedRequest, type Interceptor, type Network } from "./network";
export { openProxy, type Proxy } from "./proxy";
export { readSimulatedLatency, withSimulatedLatency } from "./simulated-latency";
