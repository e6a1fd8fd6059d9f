namespace Gms.Recruitment.Declarations;

/// <summary>What was said to one item. An item that was not asked has no answer.</summary>
public enum StatementAnswer
{
    Yes,
    No,

    /// <summary>Asked, and the worker did not say or did not know.</summary>
    Declined,
}

/// <summary>Who wrote a statement down.</summary>
public enum StatementTaker
{
    Worker,
    CivilSociety,
    Officer,
}
