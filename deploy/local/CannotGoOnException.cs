namespace Gms.Local;

/// <summary>Something a person must see to; the message is the whole sentence shown, with what to do.</summary>
public sealed class CannotGoOnException : Exception
{
    public CannotGoOnException()
    {
    }

    public CannotGoOnException(string message) : base(message)
    {
    }

    public CannotGoOnException(string message, Exception cause) : base(message, cause)
    {
    }
}
