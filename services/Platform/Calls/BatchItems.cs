using Gms.Type.V1;
using Proto = Gms.Type.V1;

namespace Gms.Platform;

/// <summary>The items of a call that asks for many at once: each is read, refused and disclosed by itself.</summary>
public static class BatchItems
{
    /// <summary>Reads the items; refuses the call when there are none or too many, or when somebody who is no service names an asker.</summary>
    /// <param name="call">The call.</param>
    /// <param name="items">Its items.</param>
    /// <param name="most">How many it takes.</param>
    /// <param name="askerOf">In whose name an item is asked; null for the caller's own.</param>
    /// <param name="read">Reads one item; a refusal is that item's.</param>
    public static List<BatchItem<T>> ReadItems<TItem, T>(this Call call, IReadOnlyList<TItem> items, int most, Func<TItem, Proto.Asker?> askerOf, Func<TItem, T> read) where T : class
    {
        if (items.Count == 0 || items.Count > most)
            throw Refuse.Invalid(PlatformProblems.BatchSize(most));
        var all = new List<BatchItem<T>>(items.Count);
        foreach (var item in items)
        {
            var asker = askerOf(item);
            if (asker is not null && !call.Caller.IsServiceItself)
                throw Refuse.Invalid(PlatformProblems.AskerNotAllowed());
            var one = new BatchItem<T> { Asker = asker is null ? null : new(Read.Text(asker.Account, "items.asker.account"), Read.OptionalText(asker.Organisation, "items.asker.organisation") ?? "") };
            one.Try(() => one.Asks = read(item));
            all.Add(one);
        }
        if (all.TrueForAll(one => one.Refusal is not null))
            call.ForQuery();    // nobody's record is looked at
        return all;
    }
}

/// <summary>One item of a call that asks for many at once.</summary>
public sealed class BatchItem<T> where T : class
{
    /// <summary>What is asked; null when it could not be read.</summary>
    public T? Asks { get; internal set; }

    /// <summary>In whose name; null for the caller's own.</summary>
    public InNameOf? Asker { get; init; }

    /// <summary>Why it is not answered; null while it may be.</summary>
    public Problems? Refusal { get; private set; }

    /// <summary>Does a step of this item alone; a refusal is this item's.</summary>
    public void Try(Action step)
    {
        if (Refusal is not null)
            return;
        try
        {
            step();
        }
        catch (RefusedException refused)
        {
            Refusal = new() { Problems_ = { refused.Problems.Select(Statuses.ToProto) } };
        }
    }
}

/// <summary>In whose name a service asks, where it goes on with the work of several people at once.</summary>
public sealed record InNameOf(string Account, string Organisation);
