using Gms.Testing;

namespace Gms.Registry.Tests;

/// <summary>The Registry on a database of its own.</summary>
public class RegistryHost() : ServiceHost<RegistryDb>(Program.Service());
