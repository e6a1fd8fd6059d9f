using Gms.Type.V1;

namespace Gms.Registry.Corridors;

/// <summary>A border checkpoint with its two sides: a row of Data/checkpoints.json.</summary>
sealed record Checkpoint(string Id, IReadOnlyList<OpennessRow> States, CheckpointSide SideA, CheckpointSide SideB, string Source, Confidence Confidence)
{
    public bool IsIn(string country) => SideA.Country == country || SideB.Country == country;

    public OpennessRow? On(DateOnly day) => OpennessRow.On(States, day);
}

/// <summary>One side of a checkpoint.</summary>
sealed record CheckpointSide(string Country, string Name);

/// <summary>The border checkpoints of the six countries. Data, with source and confidence.</summary>
sealed class CheckpointTable
{
    readonly Dictionary<string, Checkpoint> _rows;

    public CheckpointTable(IReadOnlyList<Checkpoint> checkpoints)
    {
        foreach (var checkpoint in checkpoints)
            OpennessRow.MustNotOverlap(checkpoint.Id, checkpoint.States);
        _rows = checkpoints.ToDictionary(c => c.Id);
    }

    /// <summary>The codes that a request may name.</summary>
    public IReadOnlyCollection<string> Codes => _rows.Keys;

    public Checkpoint this[string code] => _rows[code];

    public static CheckpointTable Load() => new(DataFile.Read<CheckpointFile>("checkpoints").Checkpoints);

    sealed record CheckpointFile(IReadOnlyList<Checkpoint> Checkpoints);
}
