using Gms.Platform;

namespace Gms.Access.OpenId;

/// <summary>The tokens that a sign-in gives to its client.</summary>
sealed class SignInTokens(TokenIssuer issuer)
{
    public TokenAnswer Of(SignIn signIn, string? refreshToken, bool first)
    {
        var issued = issuer.AccessToken(Subject.Of(signIn), AccessSettings.WholeRegistry, signIn.ClientId, scope: signIn.Scope);
        return TokenAnswer.Of(issued) with { Scope = signIn.Scope, RefreshToken = refreshToken, IdToken = issuer.IdToken(signIn, withNonce: first) };
    }
}
