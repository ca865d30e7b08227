using System.Text.Json;

namespace LongRun.SpecCompiler.Tests;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("$request.header.Idempotency-Key")]
    [InlineData("$request.header.idempotency-key")]
    [InlineData("$request.query.once")]
    public void A_parameter_gets_the_attribute(string expression)
    {
        using SpecRun run = SpecRun.Succeed(With(expression));
        string[] marked = run.Operation("/jobs", "post").GetProperty("parameters").EnumerateArray()
            .Where(static parameter => SpecRun.Joined(parameter).Contains("IdempotencyKey", StringComparison.Ordinal))
            .Select(static parameter => parameter.GetProperty("name").GetString()!)
            .ToArray();
        Assert.Equal([expression.Contains("query", StringComparison.Ordinal) ? "once" : "Idempotency-Key"], marked);
    }

    [Fact]
    public void A_member_of_the_body_gets_the_attribute_beside_its_limits()
    {
        using SpecRun run = SpecRun.Succeed(With("$request.body#/client_token"));
        JsonElement[] properties = run.Lowered.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(static schema => schema.Value.TryGetProperty("properties", out JsonElement all) ? all.EnumerateObject().Where(static p => p.Name == "client_token").Select(static p => p.Value) : [])
            .ToArray();
        Assert.Equal("IdempotencyKey|TextConstraint(MaxLength = 64)", SpecRun.Joined(Assert.Single(properties)));
    }

    [Theory]
    [InlineData("§$request.header.Idempotency", "'$request.header.Idempotency' does not resolve: 'createJob' has no header parameter 'Idempotency'. Did you mean 'Idempotency-Key'?")]
    [InlineData("§$request.header.Idempotency-Kay", "'$request.header.Idempotency-Kay' does not resolve: 'createJob' has no header parameter 'Idempotency-Kay'. Did you mean 'Idempotency-Key'?")]
    [InlineData("§$request.query.count", "'$request.query.count' does not resolve: a key is a text, of any value.")]
    [InlineData("§$request.body#/client_tokem", "'$request.body#/client_tokem' does not resolve: the body of 'createJob' has no 'client_tokem'. Did you mean 'client_token'?")]
    [InlineData("§$request.body#/deep/key", "'$request.body#/deep/key' does not resolve: a key is a member of the body itself, as in '$request.body#/key'.")]
    [InlineData("§$response.body#/_id", "'$response.body#/_id' does not resolve: it has to name a header, a parameter of the query or a member of the body, as '$request.header.Idempotency-Key' does.")]
    public void A_key_that_is_not_there_is_an_error(string expression, string message) => SpecRun.Fails(With(expression), "LRO3003", message);

    private static string With(string expression) => Documents.Jobs.ReplaceLineEndings("\n").Replace(
        "        monitor: getJob\n",
        $"        monitor: getJob\n        idempotencyKey: {expression}\n",
        StringComparison.Ordinal).Replace(
        "      operationId: createJob\n",
        """
              operationId: createJob
              parameters:
                - { name: Idempotency-Key, in: header, schema: { type: string } }
                - { name: once, in: query, schema: { type: string, format: uuid } }
                - { name: count, in: query, schema: { type: integer } }
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { client_token: { type: string, maxLength: 64 } } } } } }

        """,
        StringComparison.Ordinal);
}
