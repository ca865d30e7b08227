namespace LongRun.Generators.Model;

/// <summary>What can be wrong with a contract; each is one diagnostic.</summary>
internal enum ProblemKind
{
    MonitorNotFound,
    MonitorAmbiguous,
    PathNotResolved,
    TypeNotReadable,
    ReturnTypeNotUsable,
    NameTaken,
    IdParameterNotUsable,
    ParameterNotUsable,
    NameNotIdentifier,
    NotReachable,
    EndingsNotUsable,
    TimeOutOfRange,
    StatusNeverSeen,
    ProfileNotUsable,
    ListNotUsable,
    JobCallNotUsable,
    KeyNotFillable,
    ChainNotUsable,
}
