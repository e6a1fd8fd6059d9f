using Xunit;

namespace Gms.Browser;

/// <summary>
/// Classes of tests run beside each other, two at a time as a machine of two cores can bear. Those of this collection run after all others, one after the
/// other: they stop the Portal, break a database's roles, count what everybody does, or measure.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
