namespace LongRun.SpecCompiler.Tests;

public sealed class LintTests
{
    [Theory]
    [InlineData("progress: { percent:", "progress: { §percentage: x, percent:", "'progress' of 'x-operation-monitor' has no key 'percentage'; it is ignored. Did you mean 'percent'?")]
    [InlineData("delay: { min: PT1S,", "delay: { §minimum: PT1S, min: PT1S,", "'delay' of 'x-operation-monitor' has no key 'minimum'; it is ignored. Did you mean 'min'?")]
    [InlineData("delay: { min: PT1S, max: PT2M }", "§delay: PT1S", "'delay' of 'x-operation-monitor' has to be an object with 'min', 'max', 'signalled'; as it is written it is ignored.")]
    [InlineData("list: { operation: listJobs,", "list: { §item: x, operation: listJobs,", "'list' of 'x-operation-monitor' has no key 'item'; it is ignored. Did you mean 'items'?")]
    [InlineData("maxWaitTime: PT4H", "maxWaitTime: PT4H\n        webhook: { §success: done, failed: failed }", "'webhook' of 'x-operation-monitor' has no key 'success'; it is ignored. Did you mean 'succeeded'?")]
    [InlineData("maxWaitTime: PT4H", "§maxWaitTime: [PT4H]", "'maxWaitTime' of 'x-operation-monitor' has to be a single value; as it is written it is ignored.")]
    [InlineData("failureReason: $response.body#/error/reason", "§failureReason: []", "'failureReason' of 'x-operation-monitor' has to be a single value; as it is written it is ignored.")]
    [InlineData("    get:\n      operationId: getJob", "    §x-long-running-operation: { name: A, monitor: getJob, id: x }\n    get:\n      operationId: getJob", "'x-long-running-operation' has no effect here; it belongs on an operation, beside its 'operationId'.")]
    [InlineData("    get:\n      operationId: listJobs", "    get:\n      §x-operation-monitr: { name: A }\n      operationId: listJobs", "'x-operation-monitr' is no extension of this vocabulary; it is ignored. Did you mean 'x-operation-monitor'?")]
    [InlineData("    get:\n      operationId: listJobs", "    get:\n      §x-operationMonitor: { name: A }\n      operationId: listJobs", "'x-operationMonitor' is no extension of this vocabulary; it is ignored. Did you mean 'x-operation-monitor'?")]
    [InlineData("    get:\n      operationId: listJobs", "    get:\n      §x-operation-monitor: true\n      operationId: listJobs", "'x-operation-monitor' has to be an object with 'name', 'id', 'status', 'succeeded', 'failed', 'failureReason', 'progress', 'delay', 'maxWaitTime', 'list', 'webhook', 'cancel', 'result', 'expiresAt', 'then'; as it is written it is ignored.")]
    public void What_is_said_of_jobs_to_no_effect_is_a_warning_at_its_place(string good, string bad, string message)
    {
        string document = Documents.Jobs.ReplaceLineEndings("\n");
        Assert.Contains(good, document, StringComparison.Ordinal);
        SpecRun.Says(document.Replace(good, bad, StringComparison.Ordinal), "warning", "LRO3008", message);
    }

    [Theory]
    [InlineData("type: string, format: uri, x-url: { hosts: [a.test], §host: b }", "'x-url' has no key 'host'; it is ignored. Did you mean 'hosts'?")]
    [InlineData("type: string, format: uri, x-url: { §hosts: a.test }", "'hosts' of 'x-url' has to be a list; as it is written it is ignored.")]
    [InlineData("type: number, x-duration: { max: PT1S, §maximum: PT1S }", "'x-duration' has no key 'maximum'; it is ignored. Did you mean 'max'?")]
    [InlineData("type: string, §x-extensible-enums: [a]", "'x-extensible-enums' is no extension of this vocabulary; it is ignored. Did you mean 'x-extensible-enum'?")]
    [InlineData("type: string, §x-extensible-enum: a", "'x-extensible-enum' has to be a list; as it is written it is ignored.")]
    [InlineData("type: string, x-available-when: §finished", "'x-available-when' knows 'succeeded' only; 'finished' is ignored.")]
    [InlineData("type: string, §x-avaliable-when: succeeded", "'x-avaliable-when' is no extension of this vocabulary; it is ignored. Did you mean 'x-available-when'?")]
    public void What_is_said_of_a_value_to_no_effect_is_a_warning_at_its_place(string schema, string message) =>
        SpecRun.Says(Documents.Schemas($"thing: {{ type: object, properties: {{ it: {{ {schema} }} }} }}"), "warning", "LRO3008", message);

    [Theory]
    [InlineData("marengo: { §durations: { min: PT4S } }", "'marengo' of 'x-media-requirements' has no key 'durations'; it is ignored. Did you mean 'duration'?")]
    [InlineData("marengo: { height: { min: 360, §maks: 2160 } }", "'height' of 'x-media-requirements' has no key 'maks'; it is ignored. Did you mean 'max'?")]
    [InlineData("marengo: { audio: { §required: conversation } }", "'audio' of 'x-media-requirements' has no key 'required'; it is ignored. Did you mean 'requiredWith'?")]
    public void What_is_said_of_media_to_no_effect_is_a_warning_at_its_place(string profile, string message) =>
        SpecRun.Says(Documents.Jobs + $"\nx-media-requirements:\n  {profile}\n", "warning", "LRO3008", message);

    [Theory]
    [InlineData("    get:\n      operationId: listJobs", "    §gett:\n      operationId: listJobs", "'/jobs' has no key 'gett'; it is ignored. Did you mean 'get'?")]
    [InlineData("    get:\n      operationId: listJobs", "    §pots:\n      operationId: listJobs", "'/jobs' has no key 'pots'; it is ignored. Did you mean 'post'?")]
    [InlineData("      operationId: listJobs\n", "      operationId: listJobs\n      §requestbody: {}\n", "GET /jobs has no key 'requestbody'; it is ignored. Did you mean 'requestBody'?")]
    [InlineData("      operationId: createJob\n", "      operationId: createJob\n      §response: {}\n", "POST /jobs has no key 'response'; it is ignored. Did you mean 'responses'?")]
    public void A_word_of_OpenAPI_that_is_nearly_right_is_a_warning_at_its_place(string good, string bad, string message)
    {
        string document = Documents.Jobs.ReplaceLineEndings("\n").Replace("        list: { operation: listJobs, items: $response.body#/data, id: /_id, status: /status }\n", "", StringComparison.Ordinal);
        Assert.Contains(good, document, StringComparison.Ordinal);
        SpecRun.Says(document.Replace(good, bad, StringComparison.Ordinal), "warning", "LRO3008", message);
    }

    [Theory]
    [InlineData("type: string, §enmu: [a, b]", "enmu", "enum")]
    [InlineData("type: object, §requierd: [a], properties: { a: { type: string } }", "requierd", "required")]
    [InlineData("§typ: string", "typ", "type")]
    [InlineData("type: object, §propertys: { a: { type: string } }", "propertys", "properties")]
    [InlineData("type: string, §maxlength: 3", "maxlength", "maxLength")]
    [InlineData("type: array, §item: { type: string }", "item", "items")]
    [InlineData("type: array, items: { type: string, §fromat: uri }", "fromat", "format")]
    [InlineData("§allof: [{ type: object }]", "allof", "allOf")]
    public void A_word_of_a_schema_that_is_nearly_right_is_a_warning_at_its_place(string schema, string written, string meant) => SpecRun.Says(
        Documents.Schemas($"thing: {{ type: object, properties: {{ type: {{ {schema} }} }} }}"), "warning", "LRO3008", $"The schema has no key '{written}'; it is ignored. Did you mean '{meant}'?");

    [Fact]
    public void What_is_a_letter_away_from_a_word_of_a_schema_and_another_is_left_alone() =>
        SpecRun.Succeed(Documents.Schemas("thing: { type: object, if: {}, then: {}, note: a, id: b, xml: {}, not: { type: string }, properties: { enmu: { type: string }, items: { type: string } }, example: { requierd: 1 }, default: { typ: 1 } }")).Dispose();

    [Theory]
    [InlineData("security: [{ §keey: [] }]\n", "The document describes no security scheme 'keey'; it is ignored. Did you mean 'key'?")]
    [InlineData("security: [{ key: [] }, { §other_things: [] }]\n", "The document describes no security scheme 'other_things'; it is ignored.")]
    public void A_security_scheme_that_nobody_describes_is_a_warning_at_its_place(string security, string message) => SpecRun.Says(
        security + Documents.Schemas("thing: { type: object }") + "  securitySchemes: { key: { type: apiKey, in: header, name: k } }\n", "warning", "LRO3008", message);

    [Theory]
    [InlineData("strng", " Did you mean 'string'?")]
    [InlineData("int", " Did you mean 'integer'?")]
    [InlineData("date", "")]
    public void A_type_that_is_none_is_a_warning_and_any_JSON(string type, string hint) => SpecRun.Says(
        Documents.Schemas($"thing: {{ type: object, properties: {{ type: {{ type: §{type} }} }} }}"), "warning", "LRO3009", $"'{type}' is no type of a schema, so the value can be any JSON.{hint}");

    [Fact]
    public void A_file_that_only_the_unsent_form_could_carry_is_told() => SpecRun.Says(
        Documents.Paths("""
            /files:
              post:
                operationId: addFile
                requestBody:
                  content:
                    application/json: { schema: { type: object, properties: { url: { type: string } } } }
                    §multipart/form-data: { schema: { type: object, properties: { media: { type: string, format: binary } } } }
                responses: { '204': { description: A. } }
            /notes:
              post:
                operationId: addNote
                requestBody:
                  content:
                    application/json: { schema: { type: object, properties: { text: { type: string } } } }
                    multipart/form-data: { schema: { type: object, properties: { text: { type: string } } } }
                responses: { '204': { description: A. } }
            """),
        "info",
        "LRO3009",
        "POST /files takes a file as 'multipart/form-data' too, and the generated client sends 'application/json' only. To send the file, remove 'application/json' here by an overlay.");

    [Fact]
    public void What_resembles_no_word_of_OpenAPI_is_left_alone() =>
        SpecRun.Succeed(Documents.Jobs.ReplaceLineEndings("\n").Replace("      operationId: listJobs\n", "      operationId: listJobs\n      consumes: [a]\n      produces: [a]\n      x-response: {}\n", StringComparison.Ordinal)).Dispose();

    [Fact]
    public void Extensions_of_others_are_their_business()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas(
            """
            thing:
              type: object
              x-uri: 1
              x-enum-varnames: [a]
              x-durability: 2
              x-speakeasy-entity: Thing
              properties: { x-urll: { type: string, example: { x-urll: 1 } } }
            """));
        Assert.Equal("XUrll", run.Member("Thing", "x-urll"));
    }

    [Theory]
    [InlineData("type: number, §minimum: 3, maximum: 2", "The range is empty: no value keeps both 'minimum: 3' and 'maximum: 2'.")]
    [InlineData("type: number, §minimum: 2, maximum: 2, exclusiveMaximum: true", "The range is empty: no value keeps both 'minimum: 2' and 'maximum: 2'.")]
    [InlineData("type: string, maxLength: 1, §minLength: 5", "The range is empty: no value keeps both 'minLength: 5' and 'maxLength: 1'.")]
    [InlineData("type: array, items: { type: string }, §minItems: 2, maxItems: 1", "The range is empty: no value keeps both 'minItems: 2' and 'maxItems: 1'.")]
    [InlineData("type: string, pattern: §'[a'", "The pattern '[a' does not parse: UnterminatedBracket at character 2.")]
    [InlineData("type: string, format: uri, x-url: { hosts: [a.test], id: §'(' }", "The pattern '(' does not parse: InsufficientClosingParentheses at character 1.")]
    [InlineData("type: number, x-duration: { max: PT4S, unit: §minutes }", "'minutes' is no unit of 'x-duration'; a number is a number of seconds.")]
    public void A_limit_that_no_value_keeps_is_an_error_at_its_place(string schema, string message) =>
        SpecRun.Fails(Documents.Schemas($"thing: {{ type: object, properties: {{ it: {{ {schema} }} }} }}"), "LRO3007", message);

    [Theory]
    [InlineData("height: { §min: 2160, max: 360 }", "The range is empty: no value keeps both 'min: 2160' and 'max: 360'.")]
    [InlineData("duration: { §min: PT2H, max: PT4S }", "The range is empty: 'min' is longer than 'max'.")]
    [InlineData("sizeBytes: { max: §0 }", "No file is that small; 'sizeBytes' counts bytes.")]
    public void A_limit_of_media_that_no_file_keeps_is_an_error_at_its_place(string limits, string message) =>
        SpecRun.Fails(Documents.Jobs + $"\nx-media-requirements:\n  marengo: {{ {limits} }}\n", "LRO3007", message);

    [Fact]
    public void Bounds_that_meet_are_a_range()
    {
        using SpecRun run = SpecRun.Succeed(Documents.Schemas("thing: { type: object, properties: { it: { type: number, minimum: 2, maximum: 2 }, text: { type: string, pattern: '^[a-z]{2}$', minLength: 2, maxLength: 2 } } }"));
        Assert.Equal("NumberConstraint(Minimum = 2, Maximum = 2)", run.Attributes("Thing", "it"));
    }

    [Fact]
    public void A_pattern_that_dotnet_does_not_know_is_a_warning() => SpecRun.Says(
        Documents.Schemas("thing: { type: object, properties: { it: { type: string, pattern: §'^\\p{Letter}+$' } } }"),
        "warning",
        "LRO3009",
        "The generated client cannot check the pattern '^\\p{Letter}+$', because .NET does not know what stands at character 11: every text passes.");

    [Theory]
    [InlineData("[waiting, ready, failed, dead]", "By their names these are failures: add 'failed: [failed, dead]'.")]
    [InlineData("[waiting, ready, 'timed out', 'no']", "By their names these are failures: add 'failed: ['timed out']'.")]
    [InlineData("[waiting, ready, broken]", "Add 'failed: […]' with those of waiting, ready, broken that end the job without success.")]
    [InlineData(null, "The status schema lists no statuses; add 'failed: […]' with those that end the job without success.")]
    public void A_monitor_that_knows_no_failure_is_a_warning_with_what_to_add(string? statuses, string advice)
    {
        string document = Documents.Jobs.ReplaceLineEndings("\n")
            .Replace("        failed: [failed, dead]\n", "", StringComparison.Ordinal)
            .Replace(", x-extensible-enum: [waiting, ready, failed, dead]", statuses is null ? "" : $", x-extensible-enum: {statuses}", StringComparison.Ordinal)
            .Replace("      x-operation-monitor", "      §x-operation-monitor", StringComparison.Ordinal);
        SpecRun.Says(document, "warning", "LRO3006", $"The monitor 'Running' names no status of failure, so a job that fails is waited for until the time limit. {advice}");
    }

    [Fact]
    public void An_empty_list_of_failures_is_pointed_at() => SpecRun.Says(
        Documents.Jobs.Replace("failed: [failed, dead]", "§failed: []", StringComparison.Ordinal),
        "warning",
        "LRO3006",
        "The monitor 'Running' names no status of failure, so a job that fails is waited for until the time limit. By their names these are failures: add 'failed: [failed, dead]'.");
}
