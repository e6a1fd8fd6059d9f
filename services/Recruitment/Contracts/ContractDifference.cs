using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>One field in which the contract shown differs from the registered one.</summary>
public sealed record ContractDifference(string Field, string Registered, string Shown, bool Worse)
{
    public Proto.ContractDifference ToProto() => new() { Field = Field, Registered = Registered, Shown = Shown, Worse = Worse };
}
