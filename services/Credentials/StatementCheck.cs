namespace Gms.Credentials;

/// <summary>What a check came to.</summary>
/// <param name="Fault">Null for a genuine statement.</param>
/// <param name="Statement">What it states; null when it is not sure that its country issued it.</param>
public sealed record StatementVerdict(CredentialFault? Fault, InsuranceStatement? Statement = null)
{
    /// <summary>The verdicts of a pass under a name of their own.</summary>
    public string Code => "STATEMENT_" + PassCodes.Of(Fault)["PASS_".Length..];
}

/// <summary>Checks statements of insurance periods against a trust list that was carried here beforehand. Pure: no network, no record, no clock of its own.</summary>
public static class StatementCheck
{
    public static StatementVerdict Check(string text, TrustList trust, DateTimeOffset now)
    {
        try
        {
            var signed = StatementText.Read(text);
            var key = Genuine.By(signed, trust, now);
            if (signed.Type != InsuranceStatement.Type)
                throw new CredentialException(CredentialFault.Unreadable);
            var statement = InsuranceStatement.FromClaims(signed.Payload);
            Genuine.MustFit(key, statement.Country, statement.IssuedAt);
            return new(null, statement);
        }
        catch (CredentialException refused)
        {
            return new(refused.Fault);
        }
    }
}
