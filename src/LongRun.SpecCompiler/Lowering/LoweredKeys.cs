namespace LongRun.SpecCompiler.Lowering;

/// <summary>Keys that the compiler writes into the lowered document for the templates to print. Nobody writes them by hand.</summary>
public static class LoweredKeys
{
    /// <summary>On a property or an operation: its C# name, an operation's without <c>Async</c>.</summary>
    public const string Name = "x-csharp-name";

    /// <summary>On an operation, parameter, property or schema: its attributes as C# source, without brackets.</summary>
    public const string Attributes = "x-csharp-attributes";

    /// <summary>On the document: attributes of the client's interface.</summary>
    public const string ClientAttributes = "x-csharp-client-attributes";

    /// <summary>On the document: C# name of the JSON context.</summary>
    public const string JsonContext = "x-csharp-json-context";

    /// <summary>On the document: the address that the client calls unless told otherwise, with a slash at its end. Absent where the document names no server.</summary>
    public const string BaseAddress = "x-csharp-base-address";

    /// <summary>On a property or parameter: its C# type.</summary>
    public const string Type = "x-csharp-type";

    /// <summary>On a required property that has one possible value: that value as C# source.</summary>
    public const string Constant = "x-csharp-constant";

    /// <summary>On an operation, or a schema that a request can hold: statements that judge what is sent, as C# source.</summary>
    public const string Checks = "x-csharp-checks";

    /// <summary>On the document, or a schema that a request can hold: fields with the judges of these statements, as C# source.</summary>
    public const string Rules = "x-csharp-rules";

    /// <summary>On a schema: a request can hold it, so that it has <c>Validate</c>.</summary>
    public const string Sent = "x-csharp-sent";

    /// <summary>On an operation: the C# type of its result, if it has one.</summary>
    public const string Result = "x-csharp-result";

    /// <summary>On an operation: the C# type of its body, if it has one.</summary>
    public const string Body = "x-csharp-body";

    /// <summary>On an operation whose body is no object of JSON: <c>json</c> (of another media type), <c>text</c>, <c>file</c>, <c>form</c> or <c>fields</c> (a form that the caller brings).</summary>
    public const string BodyKind = "x-csharp-body-kind";

    /// <summary>On an operation with such a body: its media type.</summary>
    public const string MediaType = "x-csharp-media-type";

    /// <summary>On an operation whose answer is not JSON: <c>text</c> or <c>file</c>.</summary>
    public const string AnswerKind = "x-csharp-answer-kind";

    /// <summary>On an operation whose answer is not JSON: the media type that it asks for.</summary>
    public const string Accept = "x-csharp-accept";

    /// <summary>On an operation whose body is a form in the form of a query.</summary>
    public const string UrlEncoded = "x-csharp-url-encoded";

    /// <summary>On the document: what lets a client in, with kind and name.</summary>
    public const string Credential = "x-csharp-credential";

    /// <summary>On an operation: attributes of its body's parameter, as C# source without brackets.</summary>
    public const string BodyAttributes = "x-csharp-body-attributes";

    /// <summary>On a parameter that is no single value: <c>each</c>, <c>joined</c>, <c>deep</c>, <c>members</c> or <c>json</c>.</summary>
    public const string ListStyle = "x-csharp-list";

    /// <summary>On a parameter whose items are joined: the sign between them.</summary>
    public const string Separator = "x-csharp-separator";

    /// <summary>On a parameter or an operation with a body: a caller in code without nullable types could pass null for it.</summary>
    public const string NullCheck = "x-csharp-null-check";

    /// <summary>On an operation whose body is a form: the parts, each with name, member, kind and required.</summary>
    public const string Form = "x-csharp-form";

    /// <summary>On a parameter: its values are those of a closed enumeration, written by <c>ToWireString</c>.</summary>
    public const string ClosedEnum = "x-csharp-closed-enum";

    /// <summary>On an enumeration that a server can send: a value that is not listed is kept as text.</summary>
    public const string OpenEnum = "x-csharp-open";

    /// <summary>On an alternative of a union: the member, and its values, that tell the alternative from the others.</summary>
    public const string UnionTag = "x-csharp-tag";

    /// <summary>On a schema that is a union: its cases, each with name, type, shape and how it is written.</summary>
    public const string Union = "x-csharp-union";

    /// <summary>On a start: name of the header of its answer that says where the status is.</summary>
    public const string LocationHeader = "x-csharp-location-header";

    /// <summary>On an operation that is called at an address that a server has told, and on its parameter for that.</summary>
    public const string FollowsUrl = "x-csharp-follows-url";

    /// <summary>On the schema of a parameter or property: it makes a start safe to repeat.</summary>
    public const string IdempotencyKey = "x-csharp-idempotency-key";

    /// <summary>On a parameter: its C# name. NSwag's own key.</summary>
    public const string ParameterName = "x-originalName";

    /// <summary>On a request body: C# name of its parameter. NSwag's own key.</summary>
    public const string BodyName = "x-name";

    /// <summary>On a request body: where its parameter stands among the others. NSwag's own key.</summary>
    public const string BodyPosition = "x-position";

    /// <summary>On an enumeration: the C# names of its values. NSwag's own key.</summary>
    public const string EnumNames = "x-enumNames";
}
