import { useEffect, useRef, useState } from "react";

/** A part that a button opens in its own place. Once it is closed again the focus is back on that button, where it was opened. */
export const useOpener = () => {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, setOpen, opener };
};
