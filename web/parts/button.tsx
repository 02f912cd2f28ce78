import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Glyph, type GlyphName } from './glyph.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'icon' | 'type' | 'children'> {
  look?: 'primary' | 'plain' | 'quiet';
  icon?: GlyphName;
  type?: 'button' | 'submit';
  children: ComponentChildren;
}

/** A button says what happens when it is pressed. One primary button a screen. */
export function Button({ look = 'plain', icon, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={`button button-${look} ${rest.class ?? ''}`}>
      {icon && <Glyph name={icon} size={18} />}
      {children}
    </button>
  );
}

interface LinkButtonProps {
  href: string;
  look?: 'primary' | 'plain' | 'quiet';
  icon?: GlyphName;
  download?: boolean;
  children: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere, or fetches a file. */
export function LinkButton({ href, look = 'plain', icon, download, children }: LinkButtonProps) {
  return (
    <a href={href} class={`button button-${look}`} download={download}>
      {icon && <Glyph name={icon} size={18} />}
      {children}
    </a>
  );
}
