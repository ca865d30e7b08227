namespace TwelveLabs.Http;

/// <summary>What a call does on the server; decides whether it may be repeated and how long it may take.</summary>
internal enum CallKind
{
    /// <summary>Changes nothing (GET, HEAD).</summary>
    Read,

    /// <summary>Puts something into a stated condition (PUT): a second time has the same outcome.</summary>
    Update,

    /// <summary>Deletes for good. Repeated after it worked, the answer is "does not exist": success would look like an error.</summary>
    Delete,

    /// <summary>Computes an answer that is paid for (search, generate, summarize, gist, embed).</summary>
    Compute,

    /// <summary>As <see cref="Compute"/>, with an answer that arrives piece by piece.</summary>
    ComputeStream,

    /// <summary>Creates something, perhaps a paid job. Also everything this client does not know.</summary>
    Create,

    /// <summary>Creates something from a form without a file: the server may fetch one from a URL before it answers.</summary>
    Fetch,

    /// <summary>Sends a file.</summary>
    Upload,
}
