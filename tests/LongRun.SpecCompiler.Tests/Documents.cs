namespace LongRun.SpecCompiler.Tests;

/// <summary>Small documents that tests change in one place.</summary>
public static class Documents
{
    public const string Jobs = """
        openapi: 3.0.3
        info: { title: Jobs, version: v1.2 }
        servers: [{ url: https://jobs.test/v1 }]
        paths:
          /jobs:
            post:
              operationId: createJob
              x-long-running-operation:
                name: Run
                monitor: getJob
                id: $response.body#/_id
              responses:
                '201': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } }
            get:
              operationId: listJobs
              responses:
                '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/job_page' } } } }
          /jobs/{job_id}:
            get:
              operationId: getJob
              x-operation-monitor:
                name: Running
                id: $request.path.job_id
                status: $response.body#/status
                succeeded: [ready]
                failed: [failed, dead]
                failureReason: $response.body#/error/reason
                progress: { percent: $response.body#/process/percentage }
                delay: { min: PT1S, max: PT2M }
                maxWaitTime: PT4H
                list: { operation: listJobs, items: $response.body#/data, id: /_id, status: /status }
              parameters:
                - { name: job_id, in: path, required: true, schema: { type: string } }
              responses:
                '200': { description: The job., content: { application/json: { schema: { $ref: '#/components/schemas/job' } } } }
        components:
          schemas:
            job_status: { type: string, x-extensible-enum: [waiting, ready, failed, dead] }
            job:
              allOf:
                - $ref: '#/components/schemas/base'
                - type: object
                  properties:
                    status: { allOf: [{ $ref: '#/components/schemas/job_status' }], description: How far. }
                    process: { type: object, properties: { percentage: { type: number } } }
                    error: { $ref: '#/components/schemas/problem' }
            base: { type: object, required: [_id], properties: { _id: { type: string } } }
            problem: { type: object, properties: { reason: { type: string } } }
            job_page: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/job' } } } }

        """;

    /// <summary>A document of schemas alone.</summary>
    public static string Schemas(string schemas) => $"""
        openapi: 3.0.3
        info: {"{ title: Schemas, version: '1' }"}
        paths: {"{}"}
        components:
          schemas:
        {Indent(schemas, 4)}

        """;

    /// <summary>A document of paths, with <c>kind</c>, a closed enumeration, and <c>thing</c>, a class.</summary>
    public static string Paths(string paths, string components = "") => $$"""
        openapi: 3.0.3
        info: { title: Paths, version: '1' }
        servers: [{ url: https://paths.test }]
        paths:
        {{Indent(paths, 2)}}
        components:
          schemas:
            kind: { type: string, enum: [a, b] }
            thing: { type: object, properties: { name: { type: string } } }
        {{Indent(components, 2)}}

        """;

    private static string Indent(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
