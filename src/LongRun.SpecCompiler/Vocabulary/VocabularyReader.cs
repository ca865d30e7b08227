using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Shaping;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Reads the extensions that make a document speak of jobs, and reports what is wrong with them at its place.</summary>
public sealed class VocabularyReader
{
    private readonly ApiDocument _document;
    private readonly NameTable _names;
    private readonly DiagnosticBag _diagnostics;
    private readonly ExpressionResolver _expressions;
    private readonly NamedOperations _operations;
    private readonly JobCallReader _jobCalls;
    private readonly ResultReader _results;

    /// <summary>Creates a reader.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">The C# names.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public VocabularyReader(ApiDocument document, NameTable names, DiagnosticBag diagnostics)
    {
        _document = document;
        _names = names;
        _diagnostics = diagnostics;
        _expressions = new ExpressionResolver(document, names, diagnostics);
        _operations = new NamedOperations(document, diagnostics);
        _jobCalls = new JobCallReader(document, names, _operations, diagnostics);
        _results = new ResultReader(document, _expressions, _jobCalls);
    }

    /// <summary>Reads the monitor that an operation declares.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The monitor, or <see langword="null"/> if it declares none.</returns>
    public OperationMonitor? ReadMonitor(ApiOperation operation)
    {
        if (operation.Node.Map(VocabularyKeys.Monitor) is not { } node)
        {
            return null;
        }

        ExtensionKeys.Check(node, VocabularyKeys.Monitor, ExtensionKeys.Monitor, _diagnostics);
        (string? status, MapNode? statusSchema) = _expressions.ResponseMember(operation, Required(node, "status", VocabularyKeys.Monitor, "the place of the status in the answer, as in 'status: $response.body#/status'"), mayBeOfItems: true);
        IReadOnlyList<ScalarNode> succeeded = Statuses(node, "succeeded");
        IReadOnlyList<ScalarNode> failed = Statuses(node, "failed");
        CheckStatuses(succeeded, failed, statusSchema);
        if (succeeded.Count == 0)
        {
            _diagnostics.Add(DiagnosticIds.Unreadable, node.KeyPosition("succeeded"), "A monitor names at least one status under 'succeeded'; without one no job would ever end.");
        }

        MapNode? progress = node.Map("progress");
        MapNode? delay = node.Map("delay");
        (TimeSpan? minDelay, TimeSpan? maxDelay) = ReadRange(delay);
        bool isFollowed = FollowedUrls.IsFollowed(operation);
        string? idParameter = isFollowed ? FollowedUrls.StatusParameter : _expressions.Parameter(operation, Required(node, "id", VocabularyKeys.Monitor, $"the parameter that takes the job's id, as in 'id: {_expressions.ParameterExample(operation)}'"));
        JobResult result = _results.Read(operation, node["result"], idParameter);
        return new OperationMonitor(
            operation,
            CSharpNames.Pascal(Required(node, "name", VocabularyKeys.Monitor, "what to call the job in code, as in 'name: Indexing'")?.Text ?? operation.Id ?? "Operation"),
            idParameter,
            status,
            succeeded.Select(static value => value.Text).ToList(),
            failed.Select(static value => value.Text).ToList())
        {
            FailureReason = _expressions.ResponseMember(operation, node.Scalar("failureReason"), mayBeOfItems: status?.Contains("[]", StringComparison.Ordinal) == true).Path,
            Percentage = _expressions.ResponseMember(operation, progress?.Scalar("percent")).Path,
            RemainingSeconds = _expressions.ResponseMember(operation, progress?.Scalar("remainingSeconds")).Path,
            EstimatedCompletion = _expressions.ResponseMember(operation, progress?.Scalar("estimatedCompletion")).Path,
            ExpiresAt = _expressions.ResponseMember(operation, node.Scalar("expiresAt")).Path,
            MinDelay = minDelay,
            MaxDelay = maxDelay,
            SignalledDelay = ReadDuration(delay?.Scalar("signalled")),
            MaxWaitTime = ReadDuration(node.Scalar("maxWaitTime")),
            List = ReadList(node.Map("list")),
            Webhook = ReadWebhook(node.Map("webhook")),
            Cancel = _jobCalls.Read(node["cancel"], "cancel", idParameter, operation)?.Id,
            Result = result,
            Then = new NextJobReader(_document, _names, _operations, _expressions, _diagnostics).Read(operation, node["then"]),
        };
    }

    /// <summary>Reads the start that an operation declares.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The start, or <see langword="null"/> if it declares none.</returns>
    public OperationStart? ReadStart(ApiOperation operation)
    {
        if (operation.Node.Map(VocabularyKeys.Start) is not { } node)
        {
            return null;
        }

        ExtensionKeys.Check(node, VocabularyKeys.Start, ExtensionKeys.Start, _diagnostics);
        ScalarNode? monitorName = Required(node, "monitor", VocabularyKeys.Start, "the operation that reports on the job, as in 'monitor: getJob'");
        ApiOperation? monitor = _operations.Find(monitorName);
        if (monitor is not null && monitor.Node.Map(VocabularyKeys.Monitor) is null)
        {
            _diagnostics.Add(DiagnosticIds.UnknownOperation, monitorName!.Position, $"'{monitorName.Text}' has no {VocabularyKeys.Monitor}, so it cannot report on what '{operation.Id}' starts.");
        }

        return new OperationStart(
            operation,
            CSharpNames.Pascal(Required(node, "name", VocabularyKeys.Start, "what the call does, as in 'name: Upload'")?.Text ?? operation.Id ?? "Operation"),
            monitor,
            ReadStartId(operation, node, monitor))
        {
            IdempotencyKey = new IdempotencyKeyReader(_document, _diagnostics).Read(operation, node.Scalar("idempotencyKey")),
        };
    }

    private string? ReadStartId(ApiOperation operation, MapNode node, ApiOperation? monitor)
    {
        if (!node.Has("statusUrl"))
        {
            if (monitor is not null && FollowedUrls.IsFollowed(monitor))
            {
                _diagnostics.Add(DiagnosticIds.Unreadable, node.KeyPosition("id"), $"Another start gives '{monitor.Id}' the URL of a status, so this one needs a 'statusUrl' too.");
                return null;
            }

            return _expressions.ResponseMember(operation, Required(node, "id", VocabularyKeys.Start, "the place of the job's id in the answer, as in 'id: $response.body#/id'")).Path;
        }

        if (node.Has("id"))
        {
            _diagnostics.Add(DiagnosticIds.Unreadable, node.KeyPosition("id"), "'statusUrl' takes the place of 'id'; keep one of them.");
        }

        return "Url.AbsoluteUri";
    }

    /// <summary>Reads an ISO 8601 duration.</summary>
    /// <param name="node">The value, or <see langword="null"/>.</param>
    /// <returns>The duration, or <see langword="null"/> if it is absent or was reported.</returns>
    public TimeSpan? ReadDuration(ScalarNode? node) => DurationText.Read(node, _diagnostics);

    /// <summary>Reads the bounds of a range of durations.</summary>
    /// <param name="range">The range with <c>min</c> and <c>max</c>, or <see langword="null"/>.</param>
    /// <returns>The bounds; each <see langword="null"/> if it is absent or was reported.</returns>
    public (TimeSpan? Min, TimeSpan? Max) ReadRange(MapNode? range) => DurationText.ReadRange(range, _diagnostics);

    private OperationMonitor.MonitorList? ReadList(MapNode? node)
    {
        if (node is null || _operations.Find(Required(node, "operation", "list")) is not { } operation)
        {
            return null;
        }

        (string? items, MapNode? list) = _expressions.ResponseMember(operation, Required(node, "items", "list"));
        MapNode? item = _document.Resolve(list?["items"]);
        return new OperationMonitor.MonitorList(
            NameTable.Method(operation.Id!),
            items,
            item is null ? null : _expressions.Member(item, Required(node, "id", "list")),
            item is null ? null : _expressions.Member(item, Required(node, "status", "list")));
    }

    private OperationMonitor.MonitorWebhook? ReadWebhook(MapNode? node) => node is null
        ? null
        : new OperationMonitor.MonitorWebhook(node.Text("succeeded"), node.Text("failed"), _expressions.CallbackMember(node.Scalar("id")));

    private ScalarNode? Required(MapNode node, string key, string extension, string? meaning = null)
    {
        if (node.Scalar(key) is { } value)
        {
            return value;
        }

        _diagnostics.Add(DiagnosticIds.Unreadable, node.Position, $"'{extension}' needs '{key}'{(meaning is null ? "" : ", " + meaning)}.");
        return null;
    }

    private static IReadOnlyList<ScalarNode> Statuses(MapNode node, string key) =>
        node.List(key)?.Scalars.ToList() ?? (node.Scalar(key) is { } single ? [single] : []);

    private void CheckStatuses(IReadOnlyList<ScalarNode> succeeded, IReadOnlyList<ScalarNode> failed, MapNode? schema)
    {
        foreach (ScalarNode status in failed.Where(status => succeeded.Any(other => other.Text == status.Text)))
        {
            _diagnostics.Add(DiagnosticIds.ContradictoryStatus, status.Position, $"'{status.Text}' is listed under 'succeeded' and under 'failed'; a status means one of them.");
        }

        ListNode? listed = TypeExpressions.Values(schema);
        if (listed is null)
        {
            return;
        }

        List<string> known = listed.Scalars.Select(static value => value.Text).ToList();
        string owner = _document.Schemas.FirstOrDefault(entry => ReferenceEquals(entry.Value, schema))?.Key is { } name ? _names.Type(name) : "the status schema";
        foreach (ScalarNode status in succeeded.Concat(failed).Where(status => !known.Contains(status.Text)))
        {
            string? nearest = NearestName.Find(status.Text, known);
            _diagnostics.Add(DiagnosticIds.UnlistedStatus, status.Position, $"'{status.Text}' is not a status of {owner}; {(nearest is null ? $"it lists {string.Join(", ", known)}." : $"did you mean '{nearest}'?")}");
        }
    }
}
