using Gms.Testing;

namespace Gms.SocialSecurity.Tests;

/// <summary>SocialSecurity on a database of its own.</summary>
public sealed class SocialSecurityHost() : ServiceHost<SocialSecurityDb>(Program.Service());
