/** The class of an instance whose capacity follows need, as scenarios write it. */
export const serverlessClass = 'serverless'
