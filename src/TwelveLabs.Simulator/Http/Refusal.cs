namespace TwelveLabs.Simulator.Http;

/// <summary>The platform says no: an HTTP status, a code of its error list and a sentence for people.</summary>
internal sealed class Refusal : Exception
{
    private Refusal(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public string Code { get; }

    /// <summary>The number of the older error shape, set only by the operations that still use it.</summary>
    public int? LegacyCode { get; private init; }

    public static Refusal BadRequest(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public static Refusal Invalid(string parameter) =>
        BadRequest("parameter_invalid", $"The `{parameter}` parameter is invalid.");

    public static Refusal Invalid(string parameter, string why) =>
        BadRequest("parameter_invalid", $"The `{parameter}` parameter is invalid. {why}");

    public static Refusal InvalidRequest(string why) =>
        BadRequest("parameter_invalid", $"The request contains some invalid parameters. {why}");

    public static Refusal NotProvided(string parameter) =>
        BadRequest("parameter_not_provided", $"The `{parameter}` parameter is required but was not provided.");

    public static Refusal Unknown(IReadOnlyList<string> parameters) => BadRequest(
        "parameter_unknown",
        parameters.Count == 1
            ? $"The `{parameters[0]}` parameter is unknown."
            : $"The following parameters are unknown: {string.Join(", ", parameters.Select(static p => $"`{p}`"))}.");

    public static Refusal NotExist(int status, string id, string collection) =>
        new(status, "resource_not_exist", $"Resource with id `{id}` does not exist in `{collection}`.");

    public static Refusal KeyInvalid(string why) =>
        new(StatusCodes.Status401Unauthorized, "api_key_invalid", $"API Key is either invalid or expired. {why}");

    public static Refusal NoSuchPath(string method, string path) =>
        new(StatusCodes.Status404NotFound, "endpoint_not_found", $"The simulator knows no `{method} {path}`.");

    public static Refusal MethodNotAllowed(string method, string path) =>
        new(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", $"`{path}` does not support `{method}`.");

    /// <summary>The shape that the page-token operations of search kept from API v1.0: a number instead of a code.</summary>
    public static Refusal Legacy(int errorCode, string message) =>
        new(StatusCodes.Status400BadRequest, "search_page_token_expired", message) { LegacyCode = errorCode };
}
