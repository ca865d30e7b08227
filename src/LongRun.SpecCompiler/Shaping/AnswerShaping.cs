using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Makes one answer of an operation's several answers of success: a method has one result. Different ones are a union.</summary>
public static class AnswerShaping
{
    /// <summary>Shapes every operation's answers.</summary>
    /// <param name="document">The document; changed in place.</param>
    public static void Run(ApiDocument document)
    {
        foreach (ApiOperation operation in document.Operations)
        {
            List<(string Status, MapNode Answer, MapNode Schema)> answers = (
                from entry in operation.SuccessEntries
                let answer = document.Resolve(entry.Value)
                let schema = MediaTypes.JsonSchema(answer?.Map("content"))
                where schema is not null
                select (entry.Key, answer, schema)).ToList();
            if (answers.Count < 2 || answers.TrueForAll(answer => IsSame(document, answer.Schema, answers[0].Schema)))
            {
                continue;
            }

            var cases = new ListNode(answers[0].Schema.Position);
            cases.Items.AddRange(answers.Select(static answer => answer.Schema.Clone()));
            var union = new MapNode(answers[0].Schema.Position);
            union.Set("oneOf", cases);
            var whole = (MapNode)answers[0].Answer.Clone();
            ((MapNode)MediaTypes.Json(whole.Map("content"))!.Value).Set("schema", union);
            MapNode responses = operation.Node.Map("responses")!;
            foreach ((string status, _, _) in answers.Skip(1))
            {
                responses.Remove(status);
            }

            responses.Set(answers[0].Status, whole);
        }
    }

    private static bool IsSame(ApiDocument document, MapNode one, MapNode other) =>
        document.Resolve(one) is { } a && document.Resolve(other) is { } b && (ReferenceEquals(a, b) || a.HasSameContent(b));
}
