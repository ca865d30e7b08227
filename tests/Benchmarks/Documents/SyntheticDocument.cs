using System.Text;

namespace Benchmarks.Documents;

/// <summary>A document with as many jobs as one likes, each as an API of this kind has them: a start, a status, a list.</summary>
internal static class SyntheticDocument
{
    private const int MembersOfAnswer = 12;

    /// <summary>Writes a document of at least the size.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="bytes">Size to reach, in bytes; the last job may go some kilobytes beyond.</param>
    /// <returns>How many jobs it has.</returns>
    public static int Write(string path, int bytes)
    {
        var paths = new StringBuilder();
        var schemas = new StringBuilder();
        int jobs = 0;
        while (paths.Length + schemas.Length < bytes)
        {
            jobs++;
            AddJob(paths, schemas, jobs);
        }

        File.WriteAllText(path, $"""
            openapi: 3.0.3
            info: {"{"} title: Jobs, version: "1" {"}"}
            servers: [{"{"} url: "https://jobs.example/v1" {"}"}]
            paths:
            {paths}components:
              schemas:
            {schemas}
            """);
        return jobs;
    }

    private static void AddJob(StringBuilder paths, StringBuilder schemas, int job)
    {
        string name = $"Render{job}";
        paths.Append($$"""
              /renders{{job}}:
                post:
                  operationId: create{{name}}
                  summary: Starts rendering number {{job}}.
                  requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/{{name}}Request" } } } }
                  responses:
                    "201": { description: The new job., content: { application/json: { schema: { $ref: "#/components/schemas/{{name}}" } } } }
                  x-long-running-operation: { name: {{name}}, monitor: retrieve{{name}}, id: $response.body#/id }
                get:
                  operationId: list{{name}}s
                  parameters:
                    - { name: page, in: query, schema: { type: integer, minimum: 1, default: 1 }, description: "Page, from 1." }
                    - { name: page_limit, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 10 }, description: "Jobs on a page, 1 to 50." }
                  responses:
                    "200": { description: A page of jobs., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/{{name}}" } } } } }
              /renders{{job}}/{id}:
                get:
                  operationId: retrieve{{name}}
                  summary: The state of a rendering.
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: string }, description: Id of the job. }
                  responses:
                    "200": { description: The job., content: { application/json: { schema: { $ref: "#/components/schemas/{{name}}" } } } }
                  x-operation-monitor: { name: {{name}}Job, id: $request.path.id, status: $response.body#/status, succeeded: [ready], failed: [failed], maxWaitTime: PT1H }

            """);
        schemas.Append($$"""
                {{name}}Request:
                  type: object
                  required: [url]
                  properties:
                    url: { type: string, format: uri, description: Where the source lies. }
                    length: { type: number, minimum: 1, maximum: 7200, description: "Length, in seconds." }
                {{name}}:
                  type: object
                  required: [id, status]
                  properties:
                    id: { type: string, description: Id of the job. }
                    status: { type: string, enum: [queued, running, ready, failed], description: How far it is. }

            """);
        for (int member = 1; member <= MembersOfAnswer; member++)
        {
            string type = (member % 3) switch { 0 => "string", 1 => "integer", _ => "number" };
            schemas.AppendLine($$"""        measure_{{member}}: { type: {{type}}, description: "What was measured in step {{member}} of rendering {{job}}." }""");
        }
    }
}
