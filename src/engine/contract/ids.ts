/**
 * Names of things. Ids are strings that begin with a letter, so that objects keyed by them keep
 * their order: `az-a`, `node-a1`, `w1`, `pg1`, `pg1/a1`, `shop`.
 */

export type ZoneId = string
export type NodeId = string
export type InstanceId = string
/** Of a custom endpoint. */
export type EndpointId = string
export type GroupId = string
/** Group and the host's short name: `pg1/a1` lives on `node-a1`. */
export type SegmentId = string
export type ApplicationId = string
/** An actor of the network: a storage node, an instance or an application. */
export type ActorId = string
/** Any id, or a link: one way `w1>node-b1`, both ways `w1<>node-b1`, zones `az-a<>az-b`. */
export type TargetId = string

/**
 * What one may ask *why* about: `transaction:12` · `record:845` (an LSN) · `message:77` ·
 * `segment:pg1/a1` · `node:node-a1` · `instance:w1` · `capacity:w1` · `proposal:7` ·
 * `commits` · `fact:19`.
 */
export type SubjectId = string
